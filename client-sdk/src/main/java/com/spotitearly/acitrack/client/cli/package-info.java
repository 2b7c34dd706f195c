/** The command line. Each command is a class; what they share lies in mixins. */
package com.spotitearly.acitrack.client.cli;
