[#import "/portail/templates/includes/page.ftl" as page]
[#import "/portail/templates/includes/host.ftl" as host]
[#import "/portail/templates/includes/icones.ftl" as icones]
[#import "/acteurs/templates/includes/reseau.ftl" as reseau]
[#import "/pole/templates/includes/pole.ftl" as pole]

[#-- One page a step: a question leads by two links to the next step or to an answer. Nothing is kept. --]
[#assign questions = entries("questions") answers = entries("reponses")]
[#assign asked = (ctx.etape!"")?string]
[#assign question = {} answer = {} rank = 0]
[#list questions as one]
  [#if (one.cle!"-") == asked || (!asked?has_content && one?is_first)][#assign question = one rank = one?index + 1][/#if]
[/#list]
[#list answers as one][#if (one.cle!"-") == asked][#assign answer = one][/#if][/#list]

[#if asked?has_content && !question?has_content && !answer?has_content]
  [@host.notFound /]
[#else]
  [#assign base = host.link(content)]
  [#assign title = content.title!content.@name trail = reseau.trailOf(content)]
  [#assign spoken = question?has_content?then(question.question!"", answer.titre!title)]
  [#assign head][@pole.css /][@page.breadcrumbData trail /][/#assign]
  [@page.layout title=spoken + " – " + title description=host.attribute(content, "description") rubrique="pole" address=host.link(content) + asked?has_content?then("/" + host.text(asked), "") head=head indexed=!asked?has_content]
    <div class="inside">
      [@page.breadcrumb trail /]
      [#if question?has_content]
      <section class="quiz">
        <p class="quiz-rank"><span>${title}</span> [@trace rank /]</p>
        <h1>${spoken}</h1>
        [#if question.aide?has_content]<p class="lead">${question.aide}</p>[/#if]
        <ul class="quiz-choices">
          [@choice question.oui!"" i18n["ess.test.oui"] "yes" /]
          [@choice question.non!"" i18n["ess.test.non"] "no" /]
        </ul>
        [#if question.source?has_content]<details class="more-about"><summary>${i18n["ess.test.source"]}</summary><p>${question.source}</p></details>[/#if]
        <p class="small">${i18n["ess.test.rien"]}</p>
      </section>
      [#elseif answer?has_content]
      [#assign target = host.byId(answer.page!"", "website")]
      <section class="quiz quiz-answer">
        <p class="quiz-rank"><span>${title}</span></p>
        <h1>${spoken}</h1>
        <p class="lead">${answer.texte!}</p>
        [#if answer.source?has_content]<p class="small">${answer.source}</p>[/#if]
        <ul class="ways">
          [#if target?has_content]<li><a class="button" href="${host.link(target)}">${answer.bouton!target.title!target.@name} [@icones.icon "suite" /]</a></li>[/#if]
          <li><a class="button button-quiet" href="${base}">${i18n["ess.test.refaire"]}</a></li>
        </ul>
      </section>
      [#else]
        [@page.empty title=title text=i18n["ess.test.vide"] level=1 /]
      [/#if]
    </div>
  [/@page.layout]
[/#if]

[#function entries name]
  [#return host.entries(content, name)]
[/#function]

[#macro choice key label class]
[#if key?has_content]<li><a class="quiz-choice quiz-${class}" href="${host.below(base, "/" + key)}">${label}</a></li>[/#if]
[/#macro]

[#-- « Question 2 sur 6 », and as many stones. --]
[#macro trace rank]
<span class="quiz-trace"><span class="hidden">${i18n.get("ess.test.rang", [rank?c, questions?size?c])}</span><span aria-hidden="true">[#list questions as one]<i[#if one?index < rank] class="on"[/#if]></i>[/#list]</span></span>
[/#macro]
