-- Makes a space and drops it, again and again; one connection for each thread.
local threads = 0
function setup(thread)
  thread:set("id", threads)
  threads = threads + 1
end
local step = 0
function request()
  step = step + 1
  local path = wrk.path .. "/bench-" .. id .. "-" .. math.floor((step - 1) / 2)
  return wrk.format(step % 2 == 1 and "PUT" or "DELETE", path)
end
