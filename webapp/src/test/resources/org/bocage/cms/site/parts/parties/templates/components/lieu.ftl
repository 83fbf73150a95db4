[#assign common = ctx.getJCRSession("website").getNode("/commun").path]<p class="lieu" data-drawn="${.now?long?c}">${ctx.contextPath}${ctx.locale}</p>
