[#import "/portail/templates/includes/host.ftl" as host]
[#-- Words of somebody: of a person with a sheet, as long as one may see the sheet. --]
[#assign person = host.byId(content.personne!"", "personnes")]
[#if person?has_content || !(content.personne!"")?has_content]
[#assign who = person?has_content?then(person.titre!person.@name, content.auteur!"")]
[#assign what = (content.qualite!"")?has_content?then(content.qualite, person.fonction!"")]
<figure class="quote">
  <blockquote><p>${content.texte!}</p></blockquote>
  [#if who?has_content]<figcaption>[#if person?has_content && host.pageAt("/reseau/contacts")?has_content]<a href="${host.link(person)}">${who}</a>[#else]${who}[/#if][#if what?has_content], ${what}[/#if]</figcaption>[/#if]
</figure>
[/#if]
