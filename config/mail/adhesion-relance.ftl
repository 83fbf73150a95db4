[#-- À qui doit renouveler son adhésion : 30 jours avant, le jour même, 30 jours après. prenom (peut être vide), adherent, numero, fin (date), quand (avant, jour, apres), adresse --]
[#if quand == "avant"]Votre adhésion court encore un mois[#elseif quand == "jour"]Votre adhésion se termine aujourd’hui[#else]Votre adhésion s’est terminée : on se revoit ?[/#if]
Bonjour[#if prenom?has_content] ${prenom}[/#if],

[#assign jour = fin.dayOfMonth + "/" + fin.monthValue?string("00") + "/" + fin.year?c]
[#if quand == "avant"]
Votre adhésion (${adherent}, ${numero}) court jusqu’au ${jour}.
[#elseif quand == "jour"]
Votre adhésion (${adherent}, ${numero}) se termine aujourd’hui, ${jour}.
[#else]
Votre adhésion (${adherent}, ${numero}) s’est terminée le ${jour}.
[/#if]

Pour la renouveler, cinq minutes suffisent :
${adresse}

[#if quand == "apres"]C’est le dernier rappel, promis. [/#if]Déjà renouvelée, ou une question ? Répondez à ce mail.
