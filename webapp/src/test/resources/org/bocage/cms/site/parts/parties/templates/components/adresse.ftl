<p class="adresse">${state.originalURI}</p>
