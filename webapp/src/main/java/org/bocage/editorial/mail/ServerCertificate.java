package org.bocage.editorial.mail;

import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;
import org.eclipse.angus.mail.util.MailSSLSocketFactory;
import org.jspecify.annotations.Nullable;
import org.springframework.util.function.SingletonSupplier;

/**
 * Certificate that the mail server showed with the last mail: no connection is made to look at it. A server whose options say whom
 * they trust ({@code mail.smtp.ssl.trust}, a bundle) is not watched.
 */
final class ServerCertificate {

    private static final String FACTORY = ".ssl.socketFactory";

    private final SingletonSupplier<MailSSLSocketFactory> watching = SingletonSupplier.of(this::watching);
    private volatile @Nullable X509Certificate shown;

    /** Has connections that are made with these properties note the certificate. */
    void watch(Properties properties) {
        for (String protocol : new String[] {"mail.smtp", "mail.smtps"}) {
            boolean isOthers = Stream.of(FACTORY, FACTORY + ".class", ".ssl.trust")
                    .anyMatch(name -> properties.containsKey(protocol + name));
            if (!isOthers) {
                properties.put(protocol + FACTORY, watching.obtain());
            }
        }
    }

    /** Returns the moment from which on it is no longer valid; empty until one was shown. */
    Optional<Instant> end() {
        return Optional.ofNullable(shown)
                .map(certificate -> certificate.getNotAfter().toInstant());
    }

    /** Forgets it: the server is another one. */
    void forget() {
        shown = null;
    }

    private MailSSLSocketFactory watching() {
        try {
            MailSSLSocketFactory factory = new MailSSLSocketFactory();
            factory.setTrustManagers(new Watch(trusting()));
            return factory;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java has no TLS", e);
        }
    }

    /** Returns what Java trusts by itself. */
    private static X509ExtendedTrustManager trusting() throws GeneralSecurityException {
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init((KeyStore) null);
        for (TrustManager manager : factory.getTrustManagers()) {
            if (manager instanceof X509ExtendedTrustManager one) {
                return one;
            }
        }
        throw new GeneralSecurityException("There is no trust manager for certificates");
    }

    /** Notes the certificate of a server before it is judged as ever. */
    private final class Watch extends X509ExtendedTrustManager {

        private final X509ExtendedTrustManager judge;

        Watch(X509ExtendedTrustManager judge) {
            this.judge = judge;
        }

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket)
                throws CertificateException {
            shown = chain[0];
            judge.checkServerTrusted(chain, type, socket);
        }

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine)
                throws CertificateException {
            shown = chain[0];
            judge.checkServerTrusted(chain, type, engine);
        }

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type) throws CertificateException {
            shown = chain[0];
            judge.checkServerTrusted(chain, type);
        }

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket)
                throws CertificateException {
            judge.checkClientTrusted(chain, type, socket);
        }

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine)
                throws CertificateException {
            judge.checkClientTrusted(chain, type, engine);
        }

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type) throws CertificateException {
            judge.checkClientTrusted(chain, type);
        }

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return judge.getAcceptedIssuers();
        }
    }
}
