[#import "/portail/templates/includes/page.ftl" as page]
[#import "/portail/templates/includes/host.ftl" as host]
[@page.layout title=i18n["portail.erreur410.titre"] indexed=false]
  <div class="inside lost">
    <img src="${host.resource("/portail/webresources/images/erreur404.svg")}" alt="" width="640" height="400" decoding="async">
    <h1>${i18n["portail.erreur410.titre"]}</h1>
    <p class="lead">${i18n["portail.erreur410.texte"]}</p>
    <ul class="doors">
      <li><a href="${ctx.contextPath}/">${i18n["portail.accueil"]}</a></li>
      [#list page.menu() as entry]<li><a href="${entry.href}">${entry.label}</a></li>[/#list]
    </ul>
  </div>
[/@page.layout]
