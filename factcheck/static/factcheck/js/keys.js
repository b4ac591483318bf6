// Single letters, outside fields, press the link or button that shows them (data-key).
document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || event.repeat) return;
  if (event.target.closest("input, textarea, select, [contenteditable]")) return;
  const key = event.key.toLowerCase();
  for (const element of document.querySelectorAll("[data-key]")) {
    if (element.dataset.key.toLowerCase() === key && !element.disabled) {
      event.preventDefault();
      element.click();
      return;
    }
  }
});
