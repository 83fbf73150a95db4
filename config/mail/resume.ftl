[#-- Ce qui s’est passé, en un mail. prenom, rythme (tout-de-suite, quotidien, hebdomadaire), avis (phrase, adresse), nouveautes (titre, adresse), reglages, arret --]
[#if rythme == "hebdomadaire"]Votre semaine[#elseif rythme == "quotidien"]Votre journée[#else]Du nouveau[/#if] : ${(avis?size + nouveautes?size == 1)?then("une nouvelle", (avis?size + nouveautes?size)?c + " nouvelles")}
Bonjour ${prenom},
[#if avis?has_content]

Ce qui vous concerne :
[#list avis as a]

- ${a.phrase}
  ${a.adresse}
[/#list]
[/#if]
[#if nouveautes?has_content]

À lire depuis la dernière fois :
[#list nouveautes as n]

- ${n.titre}
  ${n.adresse}
[/#list]
[/#if]

Vous recevez ce message parce que vous avez choisi d’être tenu·e au courant [#if rythme == "hebdomadaire"]une fois par semaine[#elseif rythme == "quotidien"]une fois par jour[#else]tout de suite[/#if].
Changer de rythme : ${reglages}
Ne plus recevoir ce résumé : ${arret}
