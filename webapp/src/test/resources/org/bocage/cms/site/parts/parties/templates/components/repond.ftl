[#assign answered = (ctx.response.setStatus(200))!]<p class="repond" data-drawn="${.now?long?c}"></p>
