[#import "/portail/templates/includes/page.ftl" as page]
[#import "/portail/templates/includes/host.ftl" as host]
[#import "/portail/templates/includes/icones.ftl" as icones]
[#import "/portail/templates/includes/chez-nous.ftl" as ours]
[#assign insert = host.insert()]
[#assign title = insert.title?has_content?then(insert.title, content.title!content.@name)]
[#assign trail = page.trailTo(content, insert)]
[#assign phone = page.said("contactTelephone") mail = page.said("contactCourriel") who = page.said("contactPrenom") role = page.said("contactFonction")]
[#assign head][@page.breadcrumbData trail /][@whoData /][#if insert.html?has_content]<link rel="stylesheet" href="${host.resource("/portail/webresources/css/formulaire.css")}">[/#if][/#assign]
[@page.layout title=title description=host.attribute(content, "description") head=head]
  [@page.band title=title intro=insert.title?has_content?then("", content.intro!"") picture="/portail/webresources/images/contact.svg" /]
  <div class="inside">
    [@page.breadcrumb trail /]
    [#if insert.title?has_content]
    <section class="form-sheet">${insert.html}</section>
    [/#if]
    <ul class="whereabouts">
      [#if phone?has_content || mail?has_content || who?has_content]
      <li>
        <h2>[@icones.icon "telephone" /] ${i18n["portail.contact.qui"]}</h2>
        [#if who?has_content]<p><strong>${who}</strong>[#if role?has_content], ${role}[/#if]</p>[/#if]
        [@page.contactWays /]
      </li>
      [/#if]
      [@place "adresse" "lieu" /]
      [@place "ouverture" "horaires" /]
      [@place "venir" "carte" /]
      [#if host.hasForms()]
      <li class="letter">
        <h2>[@icones.icon "message" /] ${i18n["portail.lettre.titre"]}</h2>
        <p>${i18n["portail.lettre.texte"]}</p>
        <p><a class="button button-quiet" href="${host.subscription("lettre")}">${i18n["portail.lettre.recevoir"]}</a></p>
      </li>
      [/#if]
    </ul>
    [#if insert.html?has_content && !insert.title?has_content]
    <section id="ecrire" class="form-sheet"><h2>${i18n["portail.contact.ecrire.titre"]}</h2>${insert.html}</section>
    [/#if]
    <div class="prose">[@cms.area name="contenu" /]</div>
  </div>
[/@page.layout]

[#-- Text of several lines, one line a paragraph. --]
[#macro place name icon]
[#local text = page.said(name, content)]
[#if text?has_content]
<li>
  <h2>[@icones.icon icon /] ${i18n["portail.contact." + name]}</h2>
  [#list text?split("\n") as line][#if line?trim?has_content]<p>${line}</p>[/#if][/#list]
  [#if name == "adresse"][@ours.way /][/#if]
</li>
[/#if]
[/#macro]

[#macro whoData]
[#local facts = []]
[#list {"telephone": page.saidPlain("contactTelephone"), "email": page.saidPlain("contactCourriel"), "address": page.saidPlain("adresse", content)?replace("\\s+", " ", "r")} as name, value]
  [#if value?has_content][#local facts += [",\"" + name + "\":" + host.json(value)]][/#if]
[/#list]
[@page.data]{"@type":"NGO","name":${host.json(page.siteNamePlain())},"url":${host.json(host.canonical(ctx.contextPath + "/"))}${facts?join("")}}[/@page.data]
[/#macro]
