<p class="titre" data-drawn="${.now?long?c}">${cmsfn.page(content).title}</p>
