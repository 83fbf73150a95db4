[#-- À qui vient d’adhérer. prenom, adherent, numero, fin (date), attestation (adresse) --]
Bienvenue parmi les adhérent·e·s !
Bonjour ${prenom},

C’est fait : votre adhésion (${adherent}, ${numero}) court jusqu’au ${fin.dayOfMonth}/${fin.monthValue?string("00")}/${fin.year?c}.

Il y a maintenant une place à table. Passez nous voir, ou écrivez-nous ce qui vous ferait plaisir de faire ensemble.

Votre attestation, à imprimer si on vous la demande :
${attestation}
