// Places in the text. Selected words of it become a claim or an exemption: the links that lead there
// are given the place of the selection. Places count code points of the version's text, as the server
// does; the browser counts UTF-16 units, and marks of the desk inside the text (data-chrome) are no text.
window.desk = window.desk || {};
(() => {
  const points = (text) => Array.from(text).length;
  const passages = () => Array.from(document.querySelectorAll("[data-article-text] [data-start]"));
  const begins = (passage) => Number(passage.dataset.start);

  // The text nodes of a passage that hold words of the article.
  const nodes = (passage) => {
    const walk = document.createTreeWalker(passage, NodeFilter.SHOW_TEXT, (node) =>
      node.parentElement.closest("[data-chrome]") ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT);
    const found = [];
    while (walk.nextNode()) found.push(walk.currentNode);
    return found;
  };
  const text = (passage) => nodes(passage).map((node) => node.data).join("");

  // Where in the passage's words, in UTF-16 units, a point of the page lies.
  const units = (passage, container, offset) => {
    const at = document.createRange();
    at.setStart(container, offset);
    let before = 0;
    for (const node of nodes(passage)) {
      if (node === container) return before + offset;
      if (at.comparePoint(node, 0) >= 0) return before;
      before += node.length;
    }
    return before;
  };

  // No sign is cut in two: an emoji with its skin, a letter with its accents.
  const whole = (words, from, to) => {
    if (!window.Intl || !Intl.Segmenter) return [from, to];
    let [start, end] = [from, to];
    for (const sign of new Intl.Segmenter(undefined, { granularity: "grapheme" }).segment(words)) {
      const close = sign.index + sign.segment.length;
      if (sign.index < from && from < close) start = sign.index;
      if (sign.index < to && to < close) end = close;
    }
    return [start, end];
  };

  // [start, end] of what a range takes of one passage, or nothing. What lies outside takes nothing.
  const within = (passage, range) => {
    const all = document.createRange();
    all.selectNodeContents(passage);
    const starts = range.compareBoundaryPoints(Range.START_TO_START, all) > 0;
    const ends = range.compareBoundaryPoints(Range.END_TO_END, all) < 0;
    const words = text(passage);
    const [from, to] = whole(
      words,
      starts ? units(passage, range.startContainer, range.startOffset) : 0,
      ends ? units(passage, range.endContainer, range.endOffset) : words.length,
    );
    const first = begins(passage);
    return [first + points(words.slice(0, from)), first + points(words.slice(0, to))];
  };

  // The selection as [start, end] in the version's text, or nothing.
  const place = (selection) => {
    if (!selection || !selection.rangeCount || selection.isCollapsed) return null;
    const range = selection.getRangeAt(0);
    const taken = passages()
      .filter((passage) => range.intersectsNode(passage))
      .map((passage) => within(passage, range))
      .filter(([start, end]) => start < end);
    return taken.length ? [taken[0][0], taken[taken.length - 1][1]] : null;
  };

  // The place of one point of the page, or nothing where no passage lies under it.
  const placeOf = (container, offset) => {
    const element = container.nodeType === Node.ELEMENT_NODE ? container : container.parentElement;
    const passage = element && element.closest("[data-article-text] [data-start]");
    if (!passage) return null;
    return begins(passage) + points(text(passage).slice(0, units(passage, container, offset)));
  };

  // A place as [node, units], at the end of a node rather than at the beginning of the next if asked.
  const point = (position, atEnd) => {
    const passage = passages().filter((one) => begins(one) <= position).pop();
    if (!passage) return null;
    let left = position - begins(passage);
    let last = null;
    for (const node of nodes(passage)) {
      const length = points(node.data);
      last = [node, node.length];
      if (left < length || (atEnd && left === length)) {
        return [node, Array.from(node.data).slice(0, left).join("").length];
      }
      left -= length;
    }
    return last;
  };

  // [start, end] of the version's text as a range of the page.
  const range = (start, end) => {
    const [from, to] = [point(start, false), point(end, true)];
    if (!from || !to) return null;
    const found = document.createRange();
    found.setStart(...from);
    found.setEnd(...to);
    return found;
  };

  const show = (start, end) => {
    const found = range(start, end);
    if (!found) return;
    const selection = document.getSelection();
    selection.removeAllRanges();
    selection.addRange(found);
  };

  // What the browser calls a word or a sentence, as [start, end] in the version's text.
  const pieces = (granularity) => passages().flatMap((passage) => {
    const words = text(passage);
    const language = passage.closest("[lang]").lang || undefined;
    const found = [];
    const add = (from, piece) => {
      const start = begins(passage) + points(words.slice(0, from));
      const trimmed = piece.trimEnd();
      if (trimmed) found.push([start, start + points(trimmed)]);
    };
    if (!window.Intl || !Intl.Segmenter) {
      const pattern = granularity === "word" ? /\S+/g : /[^.!?]+[.!?]*\s*/g;
      for (const piece of words.matchAll(pattern)) add(piece.index, piece[0]);
      return found;
    }
    for (const piece of new Intl.Segmenter(language, { granularity }).segment(words)) {
      if (granularity !== "word" || piece.isWordLike) add(piece.index, piece.segment);
    }
    return found;
  });

  const aim = () => {
    const found = place(document.getSelection());
    for (const link of document.querySelectorAll("[data-mark], [data-exempt]")) {
      const url = new URL(link.href);
      url.search = "";
      if (found) {
        url.searchParams.set("start", found[0]);
        url.searchParams.set("end", found[1]);
        url.searchParams.set("version", document.querySelector("[data-article-text]").dataset.version);
      }
      link.href = url;
      link.classList.toggle("button--main", Boolean(found) && link.hasAttribute("data-mark"));
    }
  };

  document.addEventListener("selectionchange", aim);
  Object.assign(window.desk, { place, placeOf, range, show, pieces, passages });
})();
