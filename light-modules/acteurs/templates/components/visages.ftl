[#import "/acteurs/templates/includes/reseau.ftl" as reseau]
[#import "/acteurs/templates/includes/personne.ftl" as personnes]
[#-- Who keeps the house going, of those who said yes; without anybody, nothing is shown. --]
[#assign team = reseau.personnes({"roles": ["salarie", "ca"]}).items]
[#if team?has_content]
${reseau.style}
<section class="people-block"[#if content.titre?has_content] aria-labelledby="visages-${content.@id}"[/#if]>
  [#if content.titre?has_content]<h2 id="visages-${content.@id}">${content.titre}</h2>[/#if]
  [@personnes.faces (team?size > 8)?then(team[0..<8], team) false /]
</section>
[/#if]
