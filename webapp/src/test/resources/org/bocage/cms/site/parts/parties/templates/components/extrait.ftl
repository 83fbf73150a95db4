<p class="extrait">${content.excerpt!"sans"}</p>
