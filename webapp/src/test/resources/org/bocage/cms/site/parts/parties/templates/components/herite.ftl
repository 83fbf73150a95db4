<p class="herite" data-drawn="${.now?long?c}">${content.legs!}</p>
