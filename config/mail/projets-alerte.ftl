[#-- Les nouveaux projets, à qui l’a demandé. projets (titre, genre, resume, adresse), arret --]
${(projets?size == 1)?then("Un nouveau projet : " + projets?first.titre, projets?size?c + " nouveaux projets")}
Bonjour,

Depuis la dernière fois, sur le portail :
[#list projets as p]

- ${p.titre}[#if p.genre?has_content] (${p.genre})[/#if]
  [#if p.resume?has_content]
  ${p.resume}
  [/#if]
  ${p.adresse}
[/#list]

Vous recevez ce message parce que vous l’avez demandé, un par jour au plus.
Ne plus le recevoir, d’un appui : ${arret}
