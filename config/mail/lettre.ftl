[#-- La lettre, en texte. titre, introduction, sections (key, title, items), nom, portail, arret --]
${titre}
${nom} – ${portail}
[#if introduction?has_content]

${introduction}
[/#if]
[#list sections as section]


${section.title?upper_case}
[#list section.items as item]

- ${item.title}
[#if item.day?has_content]
  ${(section.key == "annonces")?then("Jusqu’au " + item.day, item.day?cap_first)}
[/#if]
[#if item.text?has_content]
  ${item.text}
[/#if]
  ${item.address}
[/#list]
[/#list]


Vous recevez cette lettre parce que vous l’avez demandée.
Ne plus la recevoir, d’un appui : ${arret}
