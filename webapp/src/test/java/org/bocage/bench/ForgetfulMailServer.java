package org.bocage.bench;

import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.io.IOException;

/** Takes mails on the port that it prints first. For each line that it reads it prints how many there were, and forgets them. */
final class ForgetfulMailServer {

    private ForgetfulMailServer() {}

    public static void main(String[] args) throws IOException, FolderException {
        GreenMail server = new GreenMail(ServerSetup.SMTP.dynamicPort());
        server.start();
        System.out.println(server.getSmtp().getPort());
        int taken = 0;
        for (int read = System.in.read(); read >= 0; read = System.in.read()) {
            int now = server.getReceivedMessages().length;
            server.purgeEmailFromAllMailboxes();
            taken += now;
            System.out.println(taken);
        }
        server.stop();
    }
}
