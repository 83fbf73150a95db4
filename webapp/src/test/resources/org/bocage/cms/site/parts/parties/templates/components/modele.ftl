<p class="modele">${model.root.content.@path}</p>
