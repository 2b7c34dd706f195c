package contracts.feedback

import org.springframework.cloud.contract.spec.Contract

[
    Contract.make {
        name 'getFeedback records the vote of a good link'
        priority 5
        request {
            method 'GET'
            urlPath('/feedback') {
                queryParameters {
                    parameter 'p', 'pub-123'
                    parameter 'w', '2026-01-05'
                    parameter 'e', '2026-01-11'
                    parameter 'v', 'up'
                    parameter 't', '1736035200'
                    parameter 's', '1c7759a2abaee58aec9daba5233341b87dbc2f33f220d188131cfca11f5312ec'
                }
            }
        }
        response {
            status 200
            headers {
                header 'Content-Type', $(consumer('text/html;charset=UTF-8'), producer(regex('text/html.*')))
            }
            body $(consumer('<!doctype html><html lang="en"><title>AciTrack</title><p>Thanks, your feedback was recorded.</p></html>'), producer(regex('(?s).*Thanks, your feedback was recorded[.].*')))
        }
    },
    Contract.make {
        name 'getFeedback of a link that was tampered with'
        priority 5
        request {
            method 'GET'
            urlPath('/feedback') {
                queryParameters {
                    parameter 'p', 'pub-123'
                    parameter 'w', '2026-01-05'
                    parameter 'e', '2026-01-11'
                    parameter 'v', 'down'
                    parameter 't', '1736035200'
                    parameter 's', '1c7759a2abaee58aec9daba5233341b87dbc2f33f220d188131cfca11f5312ec'
                }
            }
        }
        response {
            status 403
            headers {
                header 'Content-Type', $(consumer('text/html;charset=UTF-8'), producer(regex('text/html.*')))
            }
            body $(consumer('<!doctype html><html lang="en"><title>AciTrack</title><p>Invalid feedback signature.</p></html>'), producer(regex('(?s).*Invalid feedback signature[.].*')))
        }
    },
    Contract.make {
        name 'getFeedback of a link that has expired'
        priority 5
        request {
            method 'GET'
            urlPath('/feedback') {
                queryParameters {
                    parameter 'p', 'pub-123'
                    parameter 'w', '2026-01-05'
                    parameter 'e', '2026-01-11'
                    parameter 'v', 'up'
                    parameter 't', '0'
                    parameter 's', '0592dc2293159cba45f8a79d55bddb690ef2332969e7a06b6b361f0e0687c4be'
                }
            }
        }
        response {
            status 410
            headers {
                header 'Content-Type', $(consumer('text/html;charset=UTF-8'), producer(regex('text/html.*')))
            }
            body $(consumer('<!doctype html><html lang="en"><title>AciTrack</title><p>This feedback link has expired.</p></html>'), producer(regex('(?s).*This feedback link has expired[.].*')))
        }
    },
    Contract.make {
        name 'getFeedback of a link without a signature'
        priority 5
        request {
            method 'GET'
            urlPath('/feedback') {
                queryParameters {
                    parameter 'p', 'pub-123'
                    parameter 'w', '2026-01-05'
                    parameter 'e', '2026-01-11'
                    parameter 'v', 'up'
                    parameter 't', '1736035200'
                }
            }
        }
        response {
            status 400
            headers {
                header 'Content-Type', $(consumer('text/html;charset=UTF-8'), producer(regex('text/html.*')))
            }
            body $(consumer('<!doctype html><html lang="en"><title>AciTrack</title><p>Missing required feedback parameters.</p></html>'), producer(regex('(?s).*Missing required feedback parameters[.].*')))
        }
    }
]
