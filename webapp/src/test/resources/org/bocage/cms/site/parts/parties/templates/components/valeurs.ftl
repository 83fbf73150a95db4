<p class="valeurs">${(ctx.getParameterValues("q")!["rien"])?join(" ")}</p>
