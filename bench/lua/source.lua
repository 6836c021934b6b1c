-- Creates a source and deletes it, again and again; one connection for each thread.
local threads = 0
function setup(thread)
  thread:set("id", threads)
  threads = threads + 1
end
local step = 0
function request()
  step = step + 1
  local name = "bench-" .. id
  if step % 2 == 1 then
    return wrk.format("POST", wrk.path .. "/sources", { ["Content-Type"] = "application/json" },
      '{"source_name": "' .. name .. '", "host": "127.0.0.1", "port": 3306, "user": "root", "password": "123456", "enable_gtid": false}')
  end
  return wrk.format("DELETE", wrk.path .. "/sources/" .. name)
end
