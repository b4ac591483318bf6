// The workspace without leaving it: a chosen claim and the forms about it come into the pane, and
// what changed by it comes along. All of these are links and forms that work without this file.
(() => {
  const find = (selector) => document.querySelector(selector);
  const pane = () => find("[data-work] #claim");
  const form = () => find("[data-pane-form]");
  const here = () => location.pathname;
  const narrow = () => matchMedia("(max-width: 68rem)").matches;
  const plain = (event) => event.button === 0 && !(event.ctrlKey || event.metaKey || event.shiftKey || event.altKey);
  const kept = new Map(); // forms that somebody began and left, by address: nothing typed is lost

  // The server is told what stands here, so that it sends what does not.
  document.addEventListener("htmx:configRequest", (event) => {
    const articleText = find("[data-article-text]");
    if (!articleText || !pane()) return;
    const known = Array.from(articleText.querySelectorAll("[data-seen]"), (one) => one.dataset.seen);
    event.detail.headers["Desk-Part"] = "claim";
    event.detail.headers["Desk-Seen"] = [articleText.dataset.version, known.pop(), ...known].join(" ");
  });

  const choose = (href) => htmx.ajax("GET", here() + new URL(href, location).search, {
    source: pane(), target: "#claim", swap: "outerHTML show:none", push: "true",
  });

  // — forms in the pane —
  const address = (url) => url.pathname + url.search;
  const close = () => {
    const holder = form();
    if (!holder || !holder.firstElementChild) return false;
    keep(holder);
    holder.replaceChildren();
    holder.removeAttribute("data-address");
    pane().classList.remove("pane--busy", "pane--text");
    return true;
  };
  const keep = (holder) => {
    const began = Array.from(holder.querySelectorAll("input, textarea, select")).some((field) =>
      field.type !== "hidden" && (field.type === "checkbox" || field.type === "radio"
        ? field.checked !== field.defaultChecked
        : field.value !== (field.defaultValue ?? field.querySelector("[selected]")?.value ?? "")));
    if (began) kept.set(holder.dataset.address, Array.from(holder.childNodes));
    else kept.delete(holder.dataset.address);
  };
  const open = (link) => {
    const url = new URL(link.href);
    close();
    const holder = form();
    holder.dataset.address = address(url);
    holder.dataset.opener = link.id || "";
    pane().classList.toggle("pane--text", !url.pathname.includes("/claims/") || url.pathname.endsWith("/claims/new/"));
    if (kept.has(address(url))) {
      holder.replaceChildren(...kept.get(address(url)));
      kept.delete(address(url));
      settled(holder);
      return;
    }
    htmx.ajax("GET", address(url), {
      source: holder, target: "[data-pane-form]", select: "#main > .sheet", swap: "innerHTML show:none",
    });
  };
  const enhance = (holder) => {
    for (const link of holder.querySelectorAll("a[href^='?']")) {
      link.href = holder.dataset.address.split("?")[0] + link.getAttribute("href");
    }
    for (const one of holder.querySelectorAll("form:not([hx-post]):not([hx-get])")) {
      const verb = one.method === "post" ? "hx-post" : "hx-get";
      one.setAttribute(verb, one.getAttribute("action") || holder.dataset.address);
      one.setAttribute("hx-target", "[data-pane-form]");
      one.setAttribute("hx-select", "#main > .sheet");
      one.setAttribute("hx-swap", "innerHTML show:none");
      one.setAttribute("hx-disabled-elt", "find button");
      if (one.enctype === "multipart/form-data") one.setAttribute("hx-encoding", one.enctype);
      htmx.process(one);
    }
  };
  const settled = (holder) => {
    if (!holder.firstElementChild) return;
    enhance(holder);
    pane().classList.add("pane--busy");
    const wrong = holder.querySelector("[aria-invalid=true]");
    const first = wrong || holder.querySelector(
      "input:not([type=hidden], [type=file]), textarea, select") || holder.querySelector("button, a");
    if (first) first.focus({ preventScroll: true });
    if (narrow()) holder.scrollIntoView();
    else pane().scrollTop = 0;
  };

  document.addEventListener("click", (event) => {
    const link = event.target.closest("a[href]");
    if (!link || !pane() || event.defaultPrevented || !plain(event)) return;
    const url = new URL(link.href);
    if (link.matches("[data-open-words]")) {
      if (takeUp()) event.preventDefault();
      return;
    }
    if (link.closest("[data-pane-form]")) {
      if (url.pathname === here()) {
        event.preventDefault();
        leave();
      } else if (form().dataset.address && (url.pathname === new URL(form().dataset.address, location).pathname
        || /\/(claims\/new|exempt)\/$/.test(url.pathname))) {
        event.preventDefault();
        open(link);
      }
      return;
    }
    if (link.matches("[data-form], .unaccounted") && form()) {
      event.preventDefault();
      open(link);
    } else if (url.pathname === here() && url.searchParams.has("claim")) {
      if (document.getSelection().isCollapsed === false && link.closest("[data-start]")) {
        event.preventDefault(); // words were being selected
        return;
      }
      event.preventDefault();
      close();
      choose(link.href).then(() => reveal(link));
    }
  });

  const leave = () => {
    const opener = form() && form().dataset.opener;
    if (!close()) return false;
    (document.getElementById(opener) || pane()).focus({ preventScroll: true });
    return true;
  };
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && !event.defaultPrevented && pane() && leave()) event.preventDefault();
  });

  // — what is chosen is seen, in the text and beside it —
  const current = () => {
    for (const one of document.querySelectorAll("[data-article-text] [aria-current]")) one.removeAttribute("aria-current");
    if (!pane() || !pane().dataset.claim) return;
    const query = `[href="?claim=${pane().dataset.claim}#claim"]`;
    for (const one of document.querySelectorAll(`[data-article-text] .anchor${query}, .passage__margin ${query}`)) {
      one.setAttribute("aria-current", "true");
    }
  };
  const reveal = (link) => {
    const words = find("[data-article-text] .anchor[aria-current]");
    if (narrow()) {
      if (link.closest("[data-article-text]")) pane().scrollIntoView();
    } else if (words) {
      const at = words.getBoundingClientRect();
      if (at.top < 120 || at.bottom > innerHeight - 90) words.scrollIntoView({ block: "center" });
    }
  };

  // Words that nobody has accounted for, one stretch after the other, selected so that N and O take them.
  const takeUp = () => {
    const links = Array.from(document.querySelectorAll("[data-article-text] a.unaccounted"));
    const all = links.map((link) => [desk.placeOf(link, 0), desk.placeOf(link, link.childNodes.length), link]);
    if (!all.length) return false;
    const selected = desk.place(document.getSelection());
    const [start, end, link] = all.find(([from]) => selected && from > selected[0]) || all[0];
    close();
    desk.show(start, end);
    link.scrollIntoView({ block: "center" });
    desk.hint();
    return true;
  };

  // A toast has been read after a while; what remains of it is the way back.
  let resting = 0;
  const toast = () => {
    clearTimeout(resting);
    resting = setTimeout(() => {
      for (const one of document.querySelectorAll("#messages .message")) one.classList.add("message--rest");
    }, 8000);
  };
  document.addEventListener("htmx:oobAfterSwap", (event) => { if (event.detail.target.id === "messages") toast(); });
  addEventListener("load", toast);

  // — focus stays where it was; where that is gone, it goes to the claim —
  let held = null;
  let pressed = null; // a button that was pressed loses its focus while it is shut
  document.addEventListener("htmx:configRequest", (event) => {
    pressed = event.detail.verb === "post" ? document.activeElement : pressed;
  });
  document.addEventListener("htmx:beforeSwap", (event) => {
    if (event.detail.target.id !== "claim") return;
    const active = document.activeElement === document.body && pressed ? pressed : document.activeElement;
    pressed = null;
    held = active && active !== document.body
      ? { id: active.id, inside: Boolean(active.closest("#claim, #work-bar, [data-article-text]")) } : null;
  });
  document.addEventListener("htmx:afterSettle", (event) => {
    if (event.detail.target && event.detail.target.matches && event.detail.target.matches("[data-pane-form]")) {
      settled(form());
      return;
    }
    current();
    document.dispatchEvent(new Event("desk:chosen"));
    if (!held || document.activeElement !== document.body) return;
    const again = (held.id && document.getElementById(held.id)) || (held.inside && pane());
    held = null;
    if (again) again.focus({ preventScroll: true });
  });
})();
