// Words are selected without a mouse: V begins, arrows go from word to word and from sentence to
// sentence, with Shift they take what lies between, N and O do with it what they always do, Escape leaves.
(() => {
  let from = null; // the words that were taken first, [start, end]
  let to = null; // the words that were reached
  const hint = () => document.getElementById("hint");
  const articleText = () => document.querySelector("[data-article-text]");

  const say = () => {
    if (!hint()) return;
    const words = document.getSelection().toString().trim();
    hint().hidden = !words;
    const short = words.length > 60 ? `${words.slice(0, 40)} … ${words.slice(-15)}` : words;
    hint().textContent = words ? `“${short}” · N marks, O exempts, Esc leaves` : "";
  };
  const leave = () => {
    from = to = null;
    document.getSelection().removeAllRanges();
    say();
  };
  const take = () => {
    const [start, end] = [Math.min(from[0], to[0]), Math.max(from[1], to[1])];
    desk.show(start, end);
    const seen = desk.range(...to).getBoundingClientRect();
    if (seen.top < 120) scrollBy(0, seen.top - 160);
    if (seen.bottom > innerHeight - 90) scrollBy(0, seen.bottom - innerHeight + 160);
    say();
  };
  const begin = () => {
    const words = desk.pieces("word");
    if (!words.length) return;
    const selected = desk.place(document.getSelection());
    const chosen = document.querySelector("[data-work] #claim");
    const start = selected ? selected[0] : Number((chosen && chosen.dataset.from) || 0);
    const inside = words.filter((word) => selected && word[0] >= selected[0] && word[1] <= selected[1]);
    from = inside[0] || words.find((word) => word[1] > start) || words[0];
    to = inside[inside.length - 1] || from;
    document.activeElement.blur();
    take();
  };
  const rightToLeft = () => {
    const at = desk.range(...to);
    return getComputedStyle(at.startContainer.parentElement.closest("[data-start]")).direction === "rtl";
  };
  // The piece before or after the one that was reached; the last piece taken ends with a sentence.
  const step = (key) => {
    const sideways = key === "ArrowLeft" || key === "ArrowRight";
    const on = sideways ? (key === "ArrowRight") !== rightToLeft() : key === "ArrowDown";
    const words = desk.pieces("word");
    const at = Math.max(0, words.findIndex((word) => word[0] >= to[0]));
    if (sideways) return words[Math.min(words.length - 1, Math.max(0, at + (on ? 1 : -1)))];
    const sentences = desk.pieces("sentence");
    const now = sentences.findIndex(([start, end]) => start <= to[0] && to[0] < end);
    const next = sentences[Math.min(sentences.length - 1, Math.max(0, now + (on ? 1 : -1)))];
    return next && words.find((word) => word[0] >= next[0]);
  };
  const reach = (key, extend) => {
    if (extend && key === "ArrowDown") {
      const words = desk.pieces("word");
      const sentence = desk.pieces("sentence").find(([start, end]) => start <= to[0] && to[1] < end - 1)
        || desk.pieces("sentence").find(([start]) => start > to[0]);
      if (sentence) {
        const last = words.filter((word) => word[0] >= sentence[0] && word[1] <= sentence[1]).pop();
        to = [last[0], sentence[1]];
      }
      return;
    }
    const found = step(key);
    if (found) to = found;
    if (!extend) from = to;
  };

  document.addEventListener("keydown", (event) => {
    if (!articleText() || event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
    if (event.target.closest("input, textarea, select, [contenteditable], .handle")) return;
    if (event.key.toLowerCase() === "v" && !event.shiftKey) {
      event.preventDefault();
      begin();
    } else if (from && event.key.startsWith("Arrow")) {
      event.preventDefault();
      reach(event.key, event.shiftKey);
      take();
    } else if (from && event.key === "Escape") {
      event.preventDefault();
      leave();
    }
  });
  document.addEventListener("selectionchange", () => {
    if (document.getSelection().isCollapsed && !from) say();
  });
  document.addEventListener("desk:chosen", () => { from = to = null; });
  window.desk.hint = () => { from = to = null; begin(); };
})();
