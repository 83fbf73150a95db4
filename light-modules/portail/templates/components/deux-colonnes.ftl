[#import "/portail/templates/includes/blocs.ftl" as blocs]
[#assign widths = ["egales", "gauche", "droite"] width = widths?seq_contains(content.largeur!"")?then(content.largeur!"", "egales")]
[#if content.titre?has_content]<h2>${content.titre}</h2>[/#if]
<div class="columns columns-${width}">
  ${blocs.style}
  <div class="column">[@cms.area name="gauche" /]</div>
  <div class="column">[@cms.area name="droite" /]</div>
</div>
