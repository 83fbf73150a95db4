package org.bocage.editorial.screens;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import org.bocage.cms.site.FrameOrigins;
import org.bocage.editorial.security.signin.Screens;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** Answer with a page that is not on line: kept and indexed nowhere, and its address is told to no site it links to. */
public final class PreviewAnswer {

    private PreviewAnswer() {}

    public static ResponseEntity<String> of(String html, HttpServletRequest request) {
        request.setAttribute(FrameOrigins.ATTRIBUTE, FrameOrigins.of(html));
        return ResponseEntity.ok()
                .contentType(new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8))
                .cacheControl(CacheControl.noStore())
                .header("X-Robots-Tag", "noindex, nofollow")
                .header(Screens.REFERRER_POLICY, Screens.NO_REFERRER)
                .body(html);
    }
}
