[#import "/acteurs/templates/includes/reseau.ftl" as reseau]
[#import "/acteurs/templates/includes/personne.ftl" as personnes]
[#-- Staff, then board members, of those who said yes; without anybody, nothing is shown. --]
[#assign staff = reseau.personnes({"roles": ["salarie"]}).items]
[#assign team = staff + reseau.personnes({"roles": ["ca"]}).items?filter(one -> !(one.roles![])?seq_contains("salarie"))]
[#if team?has_content]
${reseau.style}
<section class="people-block"[#if content.titre?has_content] aria-labelledby="visages-${content.@id}"[/#if]>
  [#if content.titre?has_content]<h2 id="visages-${content.@id}">${content.titre}</h2>[/#if]
  [@personnes.faces (team?size > 8)?then(team[0..<8], team) false /]
</section>
[/#if]
