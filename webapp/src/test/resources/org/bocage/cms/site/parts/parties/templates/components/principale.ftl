<p class="principale">${state.mainContentNode.path}</p>
