// Selected words of the text become a claim or an exemption: the links that lead there are given the
// place of the selection. Places count code points of the version's text, as the server does;
// the browser counts UTF-16 units, and marks of the desk inside the text (data-chrome) are no text.
(() => {
  const points = (text) => Array.from(text).length;

  // How many code points of the article stand in `root` before a boundary of a selection.
  const before = (root, node, offset) => {
    const upto = document.createRange();
    upto.setStart(root, 0);
    upto.setEnd(node, offset);
    const kept = upto.cloneContents();
    for (const mark of kept.querySelectorAll("[data-chrome]")) mark.remove();
    return points(kept.textContent);
  };

  const passageOf = (node) =>
    (node.nodeType === Node.ELEMENT_NODE ? node : node.parentElement)?.closest("[data-galley] [data-start]");

  // The selection as [start, end] in the version's text, or nothing.
  const place = (selection) => {
    if (!selection.rangeCount || selection.isCollapsed) return null;
    const range = selection.getRangeAt(0);
    const first = passageOf(range.startContainer);
    const last = passageOf(range.endContainer);
    if (!first || !last) return null;
    const start = Number(first.dataset.start) + before(first, range.startContainer, range.startOffset);
    const end = Number(last.dataset.start) + before(last, range.endContainer, range.endOffset);
    return start < end ? [start, end] : null;
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
  window.deskPlace = () => place(document.getSelection()); // for tests of the counting
})();
