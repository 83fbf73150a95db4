[#-- Aux administrateurs, quand une partie du portail va mal depuis deux regards ; une seule fois, tant qu’elle ne va pas mieux. site, prenom, parties (label, facts, advice), adresse (Santé) --]
${site} : ${(parties?size == 1)?then(parties[0].label, "plusieurs choses")} à regarder
Bonjour ${prenom},

Quelque chose ne va pas dans le portail « ${site} ». Rien de ce qui est enregistré ne se perd.
[#list parties as p]

${p.label}[#list p.facts as f]

- ${f.label}[#if f.text?has_content] : ${f.text}[/#if][/#list]
[#if p.advice?has_content]

${p.advice}
[/#if]
[/#list]

L’état du portail, partie par partie :
${adresse}

Ce message ne se répète pas : le prochain viendra si cela recommence après être allé mieux.
