[#import "/portail/templates/includes/page.ftl" as page]
[#import "/portail/templates/includes/host.ftl" as host]
[#import "/portail/templates/includes/portes.ftl" as portes]
[#import "/portail/templates/includes/recherche.ftl" as recherche]
[@page.layout title=i18n["portail.erreur410.titre"] indexed=false lost=true]
  <div class="inside lost">
    <img src="${host.resource("/portail/webresources/images/erreur404.svg")}" alt="" width="640" height="400" decoding="async">
    <div>
      <h1>${i18n["portail.erreur410.titre"]}</h1>
      <p class="lead">${i18n["portail.erreur410.texte"]}</p>
      [@recherche.box "perdu" /]
      [@portes.rubriques page.menu() /]
    </div>
  </div>
  [@portes.ofHome page.home /]
[/@page.layout]
