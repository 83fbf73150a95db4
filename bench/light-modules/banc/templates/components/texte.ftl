<section>
  [#if content.titre?has_content]<h2>${content.titre}</h2>[/#if]
  ${cmsfn.decode(content).texte!}
  [#if content.lien?has_content]<p><a href="${cmsfn.link("website", content.lien)}">${content.libelle!"Lire la suite"}</a></p>[/#if]
</section>
