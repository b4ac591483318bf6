// After signing in in another tab, the forms of this page get the new token.
document.addEventListener("token-renewed", (event) => {
  for (const field of document.querySelectorAll("input[name=csrfmiddlewaretoken]")) {
    field.value = event.detail.token;
  }
});
