<figure class="quote">
  <blockquote><p>${content.texte!}</p></blockquote>
  [#if content.auteur?has_content]<figcaption>${content.auteur}[#if content.qualite?has_content], ${content.qualite}[/#if]</figcaption>[/#if]
</figure>
