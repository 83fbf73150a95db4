<p>${content.texte!}</p>
