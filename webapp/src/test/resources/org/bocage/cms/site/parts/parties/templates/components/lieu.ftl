<p class="lieu" data-drawn="${.now?long?c}">${ctx.contextPath}${ctx.locale}</p>
