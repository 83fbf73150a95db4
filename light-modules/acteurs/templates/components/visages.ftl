[#import "/portail/templates/includes/host.ftl" as host]
[#import "/portail/templates/includes/icones.ftl" as icones]
[#import "/portail/templates/includes/chez-nous.ftl" as ours]
[#import "/acteurs/templates/includes/reseau.ftl" as reseau]
[#import "/acteurs/templates/includes/personne.ftl" as personnes]
[#-- Faces of those who said yes, staff first: who runs the pôle, and where they are, or who accompanies; without anybody, nothing is shown. --]
[#assign helpers = (content.qui!"") == "accompagnement"]
[#assign team = personnes.staffFirst(personnes.facesFirst(reseau.personnes({"roles": helpers?then(["accompagnement"], ["salarie", "ca"])}).items))]
[#assign target = host.byId(content.page!"", "website")]
[#if team?has_content]
${reseau.style}
<section class="people-block[#if !helpers] people-beside[/#if]"[#if content.titre?has_content] aria-labelledby="visages-${content.@id}"[/#if]>
  [#if content.titre?has_content]<h2 id="visages-${content.@id}">${content.titre}</h2>[/#if]
  [@personnes.faces (team?size > 8)?then(team[0..<8], team) /]
  [#if target?has_content]<p><a class="more" href="${host.link(target)}">${content.lien!target.title!target.@name} [@icones.icon "suite" /]</a></p>[/#if]
  [#if !helpers][@ours.short /][/#if]
</section>
[/#if]
