// What htmx does not do by itself: after a swap the keyboard goes to what was swapped in, and a polite line says how many.
document.addEventListener("htmx:afterSwap", (event) => {
  const listed = document.getElementById("listed");
  if (!listed || event.detail.target.id !== "listed") return;
  document.getElementById("news-line").textContent = listed.dataset.count || "";
  if (!document.activeElement || document.activeElement === document.body) listed.focus({ preventScroll: true });
});

// The keys of the reviewer's desk press what is marked with them, while the desk has the focus and nothing is typed.
document.querySelector("[data-keys]")?.focus({ preventScroll: true });
document.addEventListener("keydown", (event) => {
  const desk = event.target.closest("[data-keys]");
  const typing = event.target.closest("input, textarea, select");
  if (!desk || typing || event.ctrlKey || event.metaKey || event.altKey) return;
  const marked = document.querySelector(`[data-key="${CSS.escape(event.key)}"]`);
  if (!marked) return;
  event.preventDefault();
  const needed = marked.dataset.needs && document.getElementById(marked.dataset.needs);
  if (needed && !needed.value.trim()) needed.focus();
  else if (marked.matches("select")) marked.focus();
  else marked.click();
});
