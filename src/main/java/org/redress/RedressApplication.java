package org.redress;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.modulith.Modulithic;

/** Redress: complaints and escalations of a service company, from the follow-up call to the re-callback. */
@SpringBootApplication
@Modulithic(systemName = "Redress", sharedModules = "shared")
public class RedressApplication {

    public static void main(String[] args) {
        SpringApplication.run(RedressApplication.class, args);
    }
}
