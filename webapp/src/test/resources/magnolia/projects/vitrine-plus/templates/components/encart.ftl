<div class="encart">${content.texte!}</div>
