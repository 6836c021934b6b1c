// Package client has a migration that breaks on purpose. DM_MASTER says where DMock is.
package client

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"os"
	"strings"
	"testing"
	"time"
)

// space is a cluster of its own for one test.
type space struct {
	t   *testing.T
	url string
}

func newSpace(t *testing.T) *space {
	server := os.Getenv("DM_MASTER")
	if server == "" {
		server = "http://127.0.0.1:8261"
	}
	s := &space{t, fmt.Sprintf("%s/_dmock/spaces/example-go-%d", server, time.Now().UnixNano())}
	t.Cleanup(func() { s.call(http.MethodDelete, "", nil) })
	return s
}

// call returns what is answered; an error of HTTP ends the test.
func (s *space) call(method, path string, body []byte) string {
	s.t.Helper()
	request, err := http.NewRequest(method, s.url+path, bytes.NewReader(body))
	if err != nil {
		s.t.Fatal(err)
	}
	if body != nil {
		request.Header.Set("Content-Type", "application/json")
	}
	answer, err := http.DefaultClient.Do(request)
	if err != nil {
		s.t.Fatal(err)
	}
	defer answer.Body.Close()
	text, err := io.ReadAll(answer.Body)
	if err != nil {
		s.t.Fatal(err)
	}
	if answer.StatusCode >= http.StatusBadRequest {
		s.t.Fatalf("%s %s: %d %s", method, path, answer.StatusCode, text)
	}
	return string(text)
}

// await ends the test unless what the query says comes to be so.
func (s *space) await(query string) string {
	s.t.Helper()
	text := s.call(http.MethodGet, "/_dmock/wait?"+query, nil)
	var sight struct{ Met bool }
	if err := json.Unmarshal([]byte(text), &sight); err != nil {
		s.t.Fatal(err)
	}
	if !sight.Met {
		s.t.Fatalf("never: %s; %s", query, text)
	}
	return text
}

func body(t *testing.T, file string) []byte {
	t.Helper()
	text, err := os.ReadFile("../" + file)
	if err != nil {
		t.Fatal(err)
	}
	return text
}

func TestADuplicateEntryPausesTheTask(t *testing.T) {
	s := newSpace(t)
	s.call(http.MethodPost, "/api/v1/sources", body(t, "source.json"))
	s.call(http.MethodPost, "/api/v1/tasks", body(t, "task.json"))
	s.await("task=task-1&unit=Sync&synced=true")

	s.call(http.MethodPost, "/_dmock/faults", []byte(`{"fault": "duplicate-entry-in-sync", "on": {"task": "task-1"}, "times": 1}`))
	s.call(http.MethodPatch, "/_dmock/world", []byte(`{
		"sql": {"address": "127.0.0.1:3306", "statements": ["INSERT INTO db1.table1 VALUES (1, NULL)"]}}`))
	if paused := s.await("task=task-1&stage=Paused"); !strings.Contains(paused, "Duplicate entry") {
		t.Fatalf("another error: %s", paused)
	}

	s.call(http.MethodPatch, "/api/v1/tasks/task-1/resume", nil)
	s.await("task=task-1&stage=Running&synced=true")
	verdict := s.call(http.MethodPost, "/_dmock/journal/verify",
		[]byte(`{"method": "PATCH", "path": "/api/v1/tasks/task-1/resume", "times": 1}`))
	if !strings.Contains(verdict, `"matched":true`) {
		t.Fatal(verdict)
	}
}
