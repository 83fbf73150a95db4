<p class="texte" data-drawn="${.now?long?c}">${content.texte}</p>
