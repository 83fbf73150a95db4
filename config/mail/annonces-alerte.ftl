[#-- Les nouvelles annonces, à qui l’a demandé. annonces (titre, genre, jour, adresse), arret --]
${(annonces?size == 1)?then("Une nouvelle annonce : " + annonces?first.titre, annonces?size?c + " nouvelles annonces")}
Bonjour,

Depuis la dernière fois, sur le portail :
[#list annonces as a]

- ${a.titre}
  ${a.genre}, jusqu’au ${a.jour}
  ${a.adresse}
[/#list]

Vous recevez ce message parce que vous l’avez demandé, un par jour au plus.
Ne plus le recevoir, d’un appui : ${arret}
