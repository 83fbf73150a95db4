package org.bocage.editorial.security.passkeys;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bocage.cms.site.SiteAddress;
import org.bocage.cms.site.SiteName;
import org.bocage.editorial.security.Account;
import org.bocage.editorial.security.Accounts;
import org.bocage.editorial.security.sessions.Devices;
import org.bocage.editorial.security.sessions.StoredSessions;
import org.bocage.editorial.signedlinks.RandomTokens;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.security.web.webauthn.api.AuthenticatorAssertionResponse;
import org.springframework.security.web.webauthn.api.AuthenticatorAttestationResponse;
import org.springframework.security.web.webauthn.api.AuthenticatorSelectionCriteria;
import org.springframework.security.web.webauthn.api.PublicKeyCredential;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialCreationOptions;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialRequestOptions;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialRpEntity;
import org.springframework.security.web.webauthn.api.ResidentKeyRequirement;
import org.springframework.security.web.webauthn.api.UserVerificationRequirement;
import org.springframework.security.web.webauthn.jackson.WebauthnJacksonModule;
import org.springframework.security.web.webauthn.management.ImmutablePublicKeyCredentialCreationOptionsRequest;
import org.springframework.security.web.webauthn.management.ImmutablePublicKeyCredentialRequestOptionsRequest;
import org.springframework.security.web.webauthn.management.ImmutableRelyingPartyRegistrationRequest;
import org.springframework.security.web.webauthn.management.RelyingPartyAuthenticationRequest;
import org.springframework.security.web.webauthn.management.RelyingPartyPublicKey;
import org.springframework.security.web.webauthn.management.Webauthn4JRelyingPartyOperations;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * Signing in with a passkey (Web Authentication, level 2): a key that a telephone, a computer or a token holds, opened by its
 * owner's finger, face or code. A ceremony is two requests; what the first asked for waits five minutes for the second, under
 * a cookie of its own, and serves once. Browsers have keys only for https, and for this very machine.
 */
@Component
public class Passkeys {

    private static final Logger log = LoggerFactory.getLogger(Passkeys.class);
    private static final String COOKIE = "bocage_cle";
    private static final Duration CEREMONY = Duration.ofMinutes(5);
    private static final int MOST_CEREMONIES = 10_000;
    private static final int LONGEST = 20_000;

    private final StoredPasskeys keys;
    private final PasskeyUsers users;
    private final Accounts accounts;
    private final SiteName siteName;
    private final SiteAddress siteAddress;
    private final JsonMapper json =
            JsonMapper.builder().addModule(new WebauthnJacksonModule()).build();
    private final Cache<String, Object> asked = Caffeine.newBuilder()
            .maximumSize(MOST_CEREMONIES)
            .expireAfterWrite(CEREMONY)
            .build();

    Passkeys(StoredPasskeys keys, PasskeyUsers users, Accounts accounts, SiteName siteName, SiteAddress siteAddress) {
        this.keys = keys;
        this.users = users;
        this.accounts = accounts;
        this.siteName = siteName;
        this.siteAddress = siteAddress;
    }

    /** Returns the passkeys of an account, the oldest first. */
    public List<Passkey> of(Account account) {
        return keys.of(account.name());
    }

    /** Takes one away; nothing when it is not that account's. */
    public void remove(Account account, String id) {
        keys.remove(account.name(), id);
    }

    /** Whether browsers know keys for where this portal is. */
    public boolean arePossible(HttpServletRequest request) {
        return origin(request).isPresent();
    }

    /** Returns the options for a browser to make a key, as JSON; empty where keys are not possible, or the account has enough. */
    public Optional<String> creation(Account account, HttpServletRequest request, HttpServletResponse response) {
        if (keys.of(account.name()).size() >= StoredPasskeys.MOST) {
            return Optional.empty();
        }
        return origin(request).map(origin -> {
            PublicKeyCredentialCreationOptions options = party(origin)
                    .createPublicKeyCredentialCreationOptions(new ImmutablePublicKeyCredentialCreationOptionsRequest(
                            StoredSessions.authenticated(account)));
            remember(options, request, response);
            return json.writeValueAsString(options);
        });
    }

    /** Keeps the key that a browser made for somebody; false when it is not what was asked for. */
    public boolean add(Account account, String made, HttpServletRequest request) {
        Optional<URI> origin = origin(request);
        if (!(take(request) instanceof PublicKeyCredentialCreationOptions options)
                || origin.isEmpty()
                || made.length() > LONGEST
                || !options.getUser().getName().equals(account.name())) {
            return false;
        }
        try {
            PublicKeyCredential<AuthenticatorAttestationResponse> credential =
                    json.readValue(made, new TypeReference<>() {});
            party(origin.get())
                    .registerCredential(new ImmutableRelyingPartyRegistrationRequest(
                            options, new RelyingPartyPublicKey(credential, Devices.words(request))));
            return true;
        } catch (JacksonException | com.webauthn4j.util.exception.WebAuthnException | IllegalArgumentException e) {
            log.info("A new passkey was not taken", e);
            return false;
        }
    }

    /** Returns the options for a browser to sign in with a key, as JSON; empty where keys are not possible. */
    public Optional<String> request(HttpServletRequest request, HttpServletResponse response) {
        return origin(request).map(origin -> {
            PublicKeyCredentialRequestOptions options = party(origin)
                    .createCredentialRequestOptions(new ImmutablePublicKeyCredentialRequestOptionsRequest(null));
            remember(options, request, response);
            return json.writeValueAsString(options);
        });
    }

    /** Returns the account whose key signed what was asked for; empty when nobody's did, or the account is closed. */
    public Optional<Account> signedBy(String signed, HttpServletRequest request) {
        Optional<URI> origin = origin(request);
        if (!(take(request) instanceof PublicKeyCredentialRequestOptions options)
                || origin.isEmpty()
                || signed.length() > LONGEST) {
            return Optional.empty();
        }
        try {
            PublicKeyCredential<AuthenticatorAssertionResponse> credential =
                    json.readValue(signed, new TypeReference<>() {});
            String name = party(origin.get())
                    .authenticate(new RelyingPartyAuthenticationRequest(options, credential))
                    .getName();
            return accounts.find(name).filter(Account::enabled);
        } catch (JacksonException | com.webauthn4j.util.exception.WebAuthnException | IllegalArgumentException e) {
            log.info("A passkey let nobody in", e);
            return Optional.empty();
        }
    }

    /** A key alone lets its owner in, so that it must be opened by its owner, and know whose it is. */
    private Webauthn4JRelyingPartyOperations party(URI origin) {
        PublicKeyCredentialRpEntity party = PublicKeyCredentialRpEntity.builder()
                .id(origin.getHost())
                .name(siteName.get())
                .build();
        Webauthn4JRelyingPartyOperations operations =
                new Webauthn4JRelyingPartyOperations(users, keys, party, Set.of(origin.toString()));
        operations.setCustomizeCreationOptions(
                options -> options.authenticatorSelection(AuthenticatorSelectionCriteria.builder()
                        .residentKey(ResidentKeyRequirement.REQUIRED)
                        .userVerification(UserVerificationRequirement.REQUIRED)
                        .build()));
        operations.setCustomizeRequestOptions(
                options -> options.userVerification(UserVerificationRequirement.REQUIRED));
        return operations;
    }

    /** The public address, else this machine's own name: what a request says of itself is believed for nothing else. */
    private Optional<URI> origin(HttpServletRequest request) {
        Optional<String> known = siteAddress.known();
        URI uri = URI.create(known.orElse(request.getScheme() + "://localhost:" + request.getServerPort()));
        String host = uri.getHost();
        boolean local = "localhost".equals(host)
                && (known.isPresent() || request.getServerName().equals("localhost"));
        if (host == null || !(local || "https".equals(uri.getScheme()))) {
            return Optional.empty();
        }
        return Optional.of(URI.create(uri.getScheme() + "://" + uri.getRawAuthority()));
    }

    private void remember(Object options, HttpServletRequest request, HttpServletResponse response) {
        String token = RandomTokens.create();
        asked.put(RandomTokens.sha256(token), options);
        response.addHeader(
                HttpHeaders.SET_COOKIE,
                ResponseCookie.from(COOKIE, token)
                        .httpOnly(true)
                        .secure(request.isSecure())
                        .sameSite("Strict")
                        .path("/")
                        .maxAge(CEREMONY)
                        .build()
                        .toString());
    }

    /** Removes and returns the options last sent to the browser that answers now: they serve once. */
    private @Nullable Object take(HttpServletRequest request) {
        Cookie @Nullable [] cookies = request.getCookies();
        if (cookies == null) {
            return null;
        }
        for (Cookie cookie : cookies) {
            if (cookie.getName().equals(COOKIE) && RandomTokens.isOne(cookie.getValue())) {
                return asked.asMap().remove(RandomTokens.sha256(cookie.getValue()));
            }
        }
        return null;
    }
}
