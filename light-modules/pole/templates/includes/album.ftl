[#import "/portail/templates/includes/host.ftl" as host]
[#import "/portail/templates/includes/image.ftl" as image]
[#import "/portail/templates/includes/date.ftl" as date]
[#import "/portail/templates/includes/icones.ftl" as icones]

[#-- Albums, the latest first. --]
[#function albums page=1 size=12]
  [#return host.list({"workspace": "albums", "type": "bocage:album", "sort": "date desc", "page": page, "size": size})]
[/#function]

[#-- Photos that may be seen: those nobody agreed to are not here at all, those taken back are left out. --]
[#function photosOf album]
  [#return image.of(album)?filter(photo -> !((photo.retireLe)?? && photo.retireLe?is_date_like))]
[/#function]

[#-- The photo of this week and its album; an empty hash when none was chosen, or nobody agreed to it. --]
[#function ofWeek]
  [#local from = host.day(-6) now = host.now() found = {}]
  [#list host.list({"workspace": "albums", "type": "bocage:album", "sort": "date desc", "size": 20, "filters": {"photos/semaineDu": {"from": from, "to": now}}}).items as album]
    [#list photosOf(album) as photo]
      [#if (photo.semaineDu)?? && photo.semaineDu?is_date_like && photo.semaineDu?long gte from?long && photo.semaineDu?long lte now?long]
        [#if !found?has_content || photo.semaineDu?long gt found.since][#local found = {"since": photo.semaineDu?long, "photo": photo, "album": album}][/#if]
      [/#if]
    [/#list]
  [/#list]
  [#return found]
[/#function]

[#macro week one]
<figure class="figure week-photo">
  [@image.picture photo=one.photo sizes="(min-width: 45rem) 720px, 100vw" main=true lazy=true class="plot" /]
  [#local by = creditOf(one.photo, one.album)]
  <figcaption>[#if one.photo.legende?has_content]<span>${one.photo.legende}</span> [/#if][#if by?has_content]<span class="credit">${i18n["portail.credit"]} ${by}</span>[/#if]
    <a class="more" href="${host.link(one.album)}">${i18n["albums.semaine.album"]} [@icones.icon "suite" /]</a></figcaption>
</figure>
[/#macro]

[#-- What the album shows: a content of another kind. --]
[#function subjectOf album]
  [#list {"evenement": "evenements", "action": "actions", "actu": "actus", "acteur": "acteurs"} as property, workspace]
    [#local target = host.byId((album.lie[property])!"", workspace)]
    [#if target?has_content][#return target][/#if]
  [/#list]
  [#return {}]
[/#function]

[#-- The photo's own, else the album's, else what the library knows. --]
[#function creditOf photo album]
  [#return (!(photo.credit!"")?has_content && (album.creditParDefaut!"")?has_content)?then(album.creditParDefaut!"", image.credit(photo))]
[/#function]

[#function count total]
  [#return (total == 1)?then(i18n["albums.compte.une"], i18n.get("albums.compte.plusieurs", [total?c]))]
[/#function]

[#-- An album in a list: a mosaic of its first pictures. --]
[#macro tile album level=2]
[#local photos = photosOf(album) first = (photos?size > 4)?then(photos[0..<4], photos)]
<article class="album linked album-${first?size}">
  <div class="album-mosaic">
    [#list first as photo][@image.picture photo={"image": photo.image!"", "decorative": true} sizes="(min-width: 45rem) 320px, 50vw" /][/#list]
  </div>
  <div class="album-words">
    <h${level} class="card-title linked-title"><a href="${host.link(album)}">${album.titre!album.@name}</a></h${level}>
    [#if album.accroche?has_content]<p>${album.accroche}</p>[/#if]
    <p class="card-facts"><span class="fact">[@icones.icon "agenda" /] [@date.inline album.date!"" /]</span> <span class="fact">${count(photos?size)}</span></p>
  </div>
</article>
[/#macro]
