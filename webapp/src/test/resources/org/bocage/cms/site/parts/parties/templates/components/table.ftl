<p class="table">${(ctx.request.parameterMap.q![])?join(" ")}</p>
