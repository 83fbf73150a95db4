[#import "/portail/templates/includes/blocs.ftl" as blocs]
[#assign widths = ["egales", "gauche", "droite"] width = widths?seq_contains(content.largeur!"")?then(content.largeur!"", "egales")]
[#-- Whether a column holds a block. --]
[#function isFilled column][#return (content[column])?? && cmsfn.children(content[column], "mgnl:component")?has_content][/#function]
[@blocs.heading content isFilled("gauche") || isFilled("droite") i18n["portail.deux-colonnes.vide"] /]
<div class="columns columns-${width}">
  ${blocs.style}
  <div class="column">[@cms.area name="gauche" /]</div>
  <div class="column">[@cms.area name="droite" /]</div>
</div>
