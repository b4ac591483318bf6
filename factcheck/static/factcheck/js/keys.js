// Keys, outside fields, press the link or button that shows them (data-key), go to the field that
// names them (data-key-focus), or take the next step (Enter, where nothing else is chosen).
document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || event.defaultPrevented) return;
  if (event.target.closest("input:not([type=radio], [type=checkbox]), textarea, select, [contenteditable]")) return;
  const letter = event.key.toLowerCase();
  const key = event.shiftKey && /^\p{L}$/u.test(letter) ? `shift+${letter}` : letter;
  const seen = (element) => !element.disabled && element.getClientRects().length;

  if (key === "enter" && event.target.matches("body, #main, #claim")) {
    const next = document.querySelector("[data-next]");
    if (next) {
      event.preventDefault();
      next.click();
    }
    return;
  }
  const field = Array.from(document.querySelectorAll("[data-key-focus]"))
    .find((one) => one.dataset.keyFocus === key && seen(one));
  if (field) {
    event.preventDefault();
    field.focus();
    if (field.select) field.select();
    return;
  }
  if (event.repeat && key !== "j" && key !== "k") return;
  const found = Array.from(document.querySelectorAll("[data-key]"))
    .filter((one) => one.dataset.key === key && !one.disabled);
  const pressed = found.find(seen) || found[0];
  if (pressed) {
    event.preventDefault();
    pressed.click();
  }
});
