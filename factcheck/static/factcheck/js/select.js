// Selected words of the text become a claim or an exemption: the links that lead there are given the
// place of the selection. Places count code points of the version's text, as the server does;
// the browser counts UTF-16 units, and marks of the desk inside the text (data-chrome) are no text.
(() => {
  const points = (text) => Array.from(text).length;

  // How many code points of the article stand in this part of a passage.
  const counted = (part) => {
    const kept = part.cloneContents();
    for (const mark of kept.querySelectorAll("[data-chrome]")) mark.remove();
    return points(kept.textContent);
  };

  // [start, end] of what the selection takes of one passage. A selection may begin or end beside the
  // passage (a triple click ends behind it, in the margin): what lies outside takes nothing.
  const within = (passage, selected) => {
    const upto = document.createRange();
    const taken = document.createRange();
    upto.selectNodeContents(passage);
    taken.selectNodeContents(passage);
    if (selected.compareBoundaryPoints(Range.START_TO_START, taken) > 0) {
      taken.setStart(selected.startContainer, selected.startOffset);
    }
    if (selected.compareBoundaryPoints(Range.END_TO_END, taken) < 0) {
      taken.setEnd(selected.endContainer, selected.endOffset);
    }
    upto.setEnd(taken.startContainer, taken.startOffset);
    const start = Number(passage.dataset.start) + counted(upto);
    return [start, start + counted(taken)];
  };

  // The selection as [start, end] in the version's text, or nothing.
  const place = (selection) => {
    if (!selection.rangeCount || selection.isCollapsed) return null;
    const selected = selection.getRangeAt(0);
    const taken = Array.from(document.querySelectorAll("[data-galley] [data-start]"))
      .filter((passage) => selected.intersectsNode(passage))
      .map((passage) => within(passage, selected))
      .filter(([start, end]) => start < end);
    return taken.length ? [taken[0][0], taken[taken.length - 1][1]] : null;
  };

  const point = () => {
    const found = place(document.getSelection());
    for (const link of document.querySelectorAll("[data-mark], [data-exempt]")) {
      const url = new URL(link.href);
      url.search = "";
      if (found) {
        url.searchParams.set("start", found[0]);
        url.searchParams.set("end", found[1]);
        url.searchParams.set("version", document.querySelector("[data-galley]").dataset.version);
      }
      link.href = url;
      link.classList.toggle("button--main", Boolean(found) && link.hasAttribute("data-mark"));
    }
  };

  document.addEventListener("selectionchange", point);
})();
