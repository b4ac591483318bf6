// The ends of the chosen claim are moved in the text: by mouse or finger from word to word, or by the
// arrow keys on a handle; Enter saves, Escape leaves. The server decides, as for the form it replaces.
(() => {
  const pane = () => document.querySelector("[data-work] #claim[data-span]");
  const articleText = () => document.querySelector("[data-article-text]");
  let moved = null; // [start, end] while it is not saved

  const spanned = () => [Number(pane().dataset.from), Number(pane().dataset.to)];
  const say = (text) => {
    const hint = document.getElementById("hint");
    hint.hidden = !text;
    hint.textContent = text;
  };
  const handle = (end) => {
    const made = document.createElement("button");
    made.type = "button";
    made.className = `handle handle--${end}`;
    made.dataset.chrome = "";
    made.dataset.end = end;
    const number = pane().querySelector(".no--large").textContent;
    made.setAttribute("aria-label", end === "start"
      ? `Beginning of claim ${number}. Arrow keys move it, Enter saves.`
      : `End of claim ${number}. Arrow keys move it, Enter saves.`);
    return made;
  };
  const clear = () => {
    moved = null;
    for (const one of document.querySelectorAll(".handle")) one.remove();
    if (CSS.highlights) CSS.highlights.delete("moving");
  };
  const put = () => {
    const [start, end] = moved || spanned();
    const range = desk.range(start, end);
    if (!range) return;
    const rects = Array.from(range.getClientRects()).filter((one) => one.width);
    if (!rects.length) return;
    const base = articleText().getBoundingClientRect();
    const rtl = getComputedStyle(range.startContainer.parentElement).direction === "rtl";
    const [first, last] = [rects[0], rects[rects.length - 1]];
    const at = { start: [rtl ? first.right : first.left, first], end: [rtl ? last.left : last.right, last] };
    for (const one of articleText().querySelectorAll(".handle")) {
      const [x, line] = at[one.dataset.end];
      one.style.setProperty("inset-inline-start", "auto");
      one.style.left = `${x - base.left}px`;
      one.style.top = `${line.top - base.top}px`;
      one.style.height = `${line.height}px`;
    }
    if (CSS.highlights && moved) CSS.highlights.set("moving", new Highlight(range));
  };
  const show = () => {
    clear();
    if (!pane() || !articleText() || !pane().dataset.from) return;
    articleText().append(handle("start"), handle("end"));
    put();
  };

  const to = (end, position) => {
    const words = desk.pieces("word");
    const [start, stop] = moved || spanned();
    const near = (edge) => words.reduce((best, word) =>
      Math.abs(word[edge] - position) < Math.abs(best - position) ? word[edge] : best, Infinity);
    const next = end === "start" ? [near(0), stop] : [start, near(1)];
    if (Number.isFinite(next[0]) && Number.isFinite(next[1]) && next[0] < next[1]) moved = next;
    put();
  };
  const by = (end, on) => {
    const words = desk.pieces("word");
    const [start, stop] = moved || spanned();
    const edges = words.map((word) => word[end === "start" ? 0 : 1]);
    const now = end === "start" ? start : stop;
    const next = on ? edges.find((edge) => edge > now) : edges.filter((edge) => edge < now).pop();
    if (next !== undefined) to(end, next);
    say(`${desk.range(...(moved || spanned())).toString().slice(0, 60)} · Enter saves, Esc leaves`);
  };
  const save = () => {
    if (!moved) return;
    const token = document.querySelector("[name=csrfmiddlewaretoken]");
    const values = {
      start: moved[0], end: moved[1], seen: pane().dataset.revision,
      version: articleText().dataset.version, csrfmiddlewaretoken: token ? token.value : "",
    };
    const holder = document.querySelector("[data-pane-form]");
    holder.dataset.address = pane().dataset.span;
    say("");
    htmx.ajax("POST", pane().dataset.span, {
      source: holder, target: "[data-pane-form]", select: "#main > .sheet", swap: "innerHTML show:none", values,
    });
  };

  const under = (event) => {
    if (document.caretPositionFromPoint) {
      const found = document.caretPositionFromPoint(event.clientX, event.clientY);
      return found && desk.placeOf(found.offsetNode, found.offset);
    }
    const found = document.caretRangeFromPoint(event.clientX, event.clientY);
    return found && desk.placeOf(found.startContainer, found.startOffset);
  };
  document.addEventListener("pointerdown", (event) => {
    const held = event.target.closest(".handle");
    if (!held || event.button !== 0) return;
    event.preventDefault();
    held.focus({ preventScroll: true });
    held.setPointerCapture(event.pointerId);
    held.classList.add("handle--held");
    const move = (at) => {
      const position = under(at);
      if (position !== null && position !== undefined) to(held.dataset.end, position);
    };
    const drop = (at) => {
      held.removeEventListener("pointermove", move);
      held.classList.remove("handle--held");
      if (at.type === "pointercancel") show();
      else save();
    };
    held.addEventListener("pointermove", move);
    held.addEventListener("pointerup", drop, { once: true });
    held.addEventListener("pointercancel", drop, { once: true });
  });
  document.addEventListener("keydown", (event) => {
    const held = event.target.closest(".handle");
    if (!held) return;
    if (event.key === "ArrowLeft" || event.key === "ArrowRight") {
      const rtl = getComputedStyle(articleText()).direction === "rtl";
      by(held.dataset.end, (event.key === "ArrowRight") !== rtl);
    } else if (event.key === "Enter") save();
    else if (event.key === "Escape") {
      moved = null;
      show();
      say("");
    } else return;
    event.preventDefault();
  });
  document.addEventListener("desk:chosen", show);
  addEventListener("resize", put);
  addEventListener("load", show);
})();
