<p class="parent">${model.parent.content.@path}</p>
